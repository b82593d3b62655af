"""What saiwen is compared with: plain retrieval, and saiwen without parts of itself."""
