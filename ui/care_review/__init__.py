"""The child-in-care review: what goes along, the carer’s own part, and what was decided there."""
