"""Many documents: from inputs to a store of Parquet tables, chunk by chunk, on one machine or many."""
