"""Where stores should stand: covering, median, centre and gravity models of location."""
