"use strict";
const made = (kind, text, parent) => {
  const element = document.createElement(kind);
  if (text) element.textContent = text;
  if (parent) parent.append(element);
  return element;
};

function fieldOf(parameter, parent) {
  const label = made("label", `${parameter.name}${parameter.required ? " (needed)" : ""} `, parent);
  const input = made("input", "", label);
  input.title = parameter.description || "";
  input.placeholder = parameter.description || "";
  input.dataset.name = parameter.name;
  input.dataset.place = parameter.in;
  return input;
}

async function ask(method, path, inputs, body, shown) {
  const query = new URLSearchParams();
  let address = path;
  for (const input of inputs) {
    if (!input.value) continue;
    if (input.dataset.place === "path") address = address.replace(`{${input.dataset.name}}`, encodeURIComponent(input.value));
    else query.set(input.dataset.name, input.value);
  }
  const headers = {};
  const token = document.getElementById("token").value.trim();
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(`${address}${query.size ? `?${query}` : ""}`, { method, headers, body: body ? body.value : undefined });
    const text = await answer.text();
    shown.textContent = `${answer.status} ${answer.statusText}\n${text ? JSON.stringify(JSON.parse(text), null, 2) : ""}`;
  } catch (error) {
    shown.textContent = `Nothing was answered (${error}).`;
  }
}

function show(method, path, operation, parent) {
  const details = made("details", "", parent);
  const summary = made("summary", "", details);
  made("b", method.toUpperCase(), summary);
  made("code", path, summary);
  made("span", `: ${operation.summary}`, summary);
  const inputs = operation.parameters.map((parameter) => fieldOf(parameter, details));
  let body = null;
  if (operation.requestBody) {
    const shape = operation.requestBody.content["application/json"].schema;
    body = made("textarea", "", details);
    body.setAttribute("aria-label", "Body");
    body.value = JSON.stringify(Object.fromEntries(Object.keys(shape.properties).map((name) => [name, null])), null, 2);
  }
  const button = made("button", "Ask", details);
  const shown = made("pre", `Answers: ${Object.keys(operation.responses).join(", ")}`, details);
  button.addEventListener("click", () => ask(method.toUpperCase(), path, inputs, body, shown));
}

fetch("/api/schema/").then((answer) => answer.json()).then((description) => {
  document.getElementById("about").textContent = description.info.description;
  const routes = document.getElementById("routes");
  routes.textContent = "";
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) show(method, path, operation, routes);
  }
});
