"""A second reading of every pack: other parser, other engine, a solver and mutations, none of them the kit's own."""
