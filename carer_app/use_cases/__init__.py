"""What a carer does, each as a function: session first, plain data out. No commit, no screen."""
