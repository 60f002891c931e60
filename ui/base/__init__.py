"""What every page stands on: places, the page itself, the records, slow work, dialogs."""
