"""What a sagsresumé is put together of, each part of the paper by itself."""
