export interface Tone {
  /** Hertz. */
  pitch: number;
  /** Seconds from now. */
  at: number;
  seconds: number;
  volume: number;
  /** Seconds until it is loud; without, it begins so. */
  rise?: number;
}

const SILENCE = 0.001;

export function playTone(context: AudioContext, { pitch, at, seconds, volume, rise }: Tone): void {
  const source = context.createOscillator();
  const gain = context.createGain();
  const begins = context.currentTime + at;
  source.frequency.value = pitch;
  gain.gain.setValueAtTime(rise ? SILENCE : volume, begins);
  if (rise) gain.gain.exponentialRampToValueAtTime(volume, begins + rise);
  gain.gain.exponentialRampToValueAtTime(SILENCE, begins + seconds);
  source.connect(gain).connect(context.destination);
  source.start(begins);
  source.stop(begins + seconds);
}
