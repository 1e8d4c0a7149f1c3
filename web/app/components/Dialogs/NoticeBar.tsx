import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { notify } from '../../actions.ts';
import { useUi } from '../../hooks.ts';
import classes from './Dialogs.module.css';

/** How long news stays, in ms. Errors stay until they are closed. */
const NEWS_FOR = 5000;

export function NoticeBar() {
  const notice = useUi((state) => state.notice);
  useEffect(() => {
    if (notice?.kind !== 'info') return;
    const timer = setTimeout(() => notify(null), NEWS_FOR);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div className={classes.notice} aria-live="polite">
      {notice && (
        <Alert
          variant="filled"
          role={notice.kind === 'error' ? 'alert' : 'status'}
          color={notice.kind === 'error' ? 'red.8' : 'dark.5'}
          title={notice.title}
          icon={notice.kind === 'error' ? <IconAlertTriangle /> : <IconInfoCircle />}
          withCloseButton
          closeButtonLabel="Close this message"
          onClose={() => notify(null)}
        >
          {notice.message}
        </Alert>
      )}
    </div>
  );
}
