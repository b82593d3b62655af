"""What every process that builds or reads an index has imported."""
# ruff: noqa: F401

import chromadb
import small_notices

import retrieval.index.build
import retrieval.index.vectors
import retrieval.intake.gather
import retrieval.intake.ingest
