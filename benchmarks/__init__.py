"""What the kit costs in time, always beside a peer in the same run."""
