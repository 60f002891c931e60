"""The ways in: the password, the way-back-in sheet, this computer's key store."""
