"""The market heatmap: the watched symbols as tiles, sized by what is traded or held, coloured by their change."""
