"""Turning files into lines, one module a format."""
