import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { ApiFailure } from '../../client.ts';
import classes from './States.module.css';

/** Shown while an answer is awaited; stays invisible for the first moment, so that fast answers do not flicker. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <Group role="status" gap="xs" p="sm" className={classes.late}>
      <Loader size="xs" aria-hidden />
      <Text size="sm" c="dimmed">
        {what}…
      </Text>
    </Group>
  );
}

/** Why something could not be shown, what to do, and a button to try again. */
export function Failed({
  title,
  failure,
  retry,
}: {
  readonly title: string;
  readonly failure: ApiFailure;
  readonly retry?: () => void;
}) {
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      title={title}
      icon={<IconAlertTriangle aria-hidden />}
      m="xs"
    >
      <Text size="sm">
        {failure.message} {failure.hint}
      </Text>
      {retry && (
        <Button size="compact-sm" variant="default" mt="xs" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

/** Nothing to show, and why. */
export function Nothing({ children }: { readonly children: React.ReactNode }) {
  return (
    <Text size="sm" c="dimmed" p="sm" role="status">
      {children}
    </Text>
  );
}
