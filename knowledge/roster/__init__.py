"""Rosters (参赛信息汇总表): read, checked line by line and across lines, given back with marks."""
