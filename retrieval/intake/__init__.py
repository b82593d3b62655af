"""From the files people have to the notices of the store."""
