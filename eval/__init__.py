"""Known questions, honest scores, benchmarks."""
