"""Figures of the ledger to tables, charts, tiles and sentences."""
