"""Speed, growth and accuracy, measured against others."""
