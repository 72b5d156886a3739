// theme.tsx: light or dark?  As the system has it, until somebody chooses.
import { useState } from 'preact/hooks';

type Theme = 'system' | 'light' | 'dark';
const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const SIGN: Record<Theme, string> = { system: '◐', light: '☀', dark: '☾' };

function stored(): Theme {
  const value = localStorage.getItem('dateline-theme');
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function takeTheme(): void {
  document.documentElement.dataset['theme'] = stored();
}

/** What is drawn on canvas listens for `dateline-theme`. */
export function ThemeButton() {
  const [theme, setTheme] = useState(stored());
  const turn = (): void => {
    const next = NEXT[theme];
    localStorage.setItem('dateline-theme', next);
    takeTheme();
    setTheme(next);
    dispatchEvent(new Event('dateline-theme'));
  };
  return <button type="button" class="button icon" onClick={turn} aria-label={`Colours: ${theme}. Change to ${NEXT[theme]}`} title={`Colours: ${theme}`}>{SIGN[theme]}</button>;
}
