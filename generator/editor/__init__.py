"""What serves the editor beside checking and building: new explainers, sheets, schema, differences."""
