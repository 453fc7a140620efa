"""What the browser asks for by itself, whenever filters change: cards, their receipts, the filter bar, the palette."""
