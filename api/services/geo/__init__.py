"""Questions about places: distances, white spots, sites."""
