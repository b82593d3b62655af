"""Questions and notices made from others by a seed, and what must hold of their answers."""
