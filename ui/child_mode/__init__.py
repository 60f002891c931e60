"""The child's own part: a closed room that is given words and callbacks, and knows nothing else."""
