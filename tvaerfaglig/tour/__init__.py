"""The guided tour: drives the real windows through the main job."""
