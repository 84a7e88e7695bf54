"""Reference values for Tests/ApplicationsTests: Fourier transform, mel filters, log-mel spectrogram, by numpy.

Usage: python3 Scripts/references/spectrograms.py

Writes Tests/ApplicationsTests/References/spectrogram.json. In double precision and by numpy's own transform; the filters
are computed band by band from the formula of HTK, not copied from anywhere.
"""

import json
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parents[2] / "Tests" / "ApplicationsTests" / "References"
RATE, WINDOW, HOP, SIZE, MELS = 16_000, 400, 160, 512, 40
LOWEST, HIGHEST = 20.0, 7600.0


def filters():
    def mel(hertz):
        return 2595 * np.log10(1 + hertz / 700)

    corners = 700 * (10 ** (np.linspace(mel(LOWEST), mel(HIGHEST), MELS + 2) / 2595) - 1)
    frequencies = np.fft.rfftfreq(SIZE, 1 / RATE)
    # A triangle is what a straight line from corner to corner gives.
    return np.stack(
        [np.interp(frequencies, corners[m : m + 3], [0, 1, 0], left=0, right=0) for m in range(MELS)], axis=1)


def main():
    time = np.arange(2000) / RATE
    # A rising tone, a low one, and something that looks like noise.
    sound = 0.5 * np.sin(2 * np.pi * (300 * time + 8000 * time**2)) + 0.2 * np.sin(2 * np.pi * 120 * time)
    sound = sound + 0.01 * np.sin(np.arange(2000) ** 2 % 977)
    sound = sound.astype(np.float32).astype(np.float64)
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)
    frames = np.stack([sound[s : s + WINDOW] * hann for s in range(0, len(sound) - WINDOW + 1, HOP)])
    power = np.abs(np.fft.rfft(frames, SIZE)) ** 2
    spectrogram = np.log(np.maximum(power @ filters(), 1e-10))
    complex_numbers = np.stack([sound[:64], sound[64:128]])
    transform = np.fft.fft(complex_numbers[0] + 1j * complex_numbers[1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "spectrogram.json", "w") as file:
        json.dump(
            {
                "sound": [float(np.float32(value)) for value in sound],
                "filters": np.round(filters(), 9).tolist(),
                "spectrogram": np.round(spectrogram, 7).tolist(),
                "real": np.round(transform.real, 9).tolist(),
                "imaginary": np.round(transform.imag, 9).tolist(),
            }, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
