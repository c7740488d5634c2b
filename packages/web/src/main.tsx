import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferredLocale, setLocale } from './shell/locale.ts';
import { openFirst, router } from './shell/router.tsx';
import { applyTheme } from './shell/theme.ts';
import './styles/app.css';

async function boot(): Promise<void> {
  applyTheme();
  await Promise.all([setLocale(preferredLocale(), false), openFirst()]);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <RouterProvider router={router} />
      </I18nProvider>
    </StrictMode>,
  );
}

void boot();

// After the page is there: what it fetches must not stand in the first page's way.
if (import.meta.env.PROD) {
  addEventListener('load', () => {
    void import('./offline/register.ts').then(({ keepForOffline }) => keepForOffline());
  });
}
