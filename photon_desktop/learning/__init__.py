"""Floor 2: the model. Labels, training, prediction, decision, explanation and the files a model is kept in."""
