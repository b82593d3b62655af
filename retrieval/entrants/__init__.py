"""Questions about who may take part."""
