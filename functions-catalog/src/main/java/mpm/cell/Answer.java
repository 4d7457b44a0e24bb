package mpm.cell;

/** What a function answers with: one cell, cells shaped like an argument, or a table with headers. */
public sealed interface Answer permits Cell, Spill, Table {}
