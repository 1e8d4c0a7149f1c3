import type { Icon } from '@tabler/icons-react';
import bolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import briefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs';
import building from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs';
import base from '@tabler/icons-react/dist/esm/icons/IconBuildingFortress.mjs';
import calendar from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import drone from '@tabler/icons-react/dist/esm/icons/IconDrone.mjs';
import flag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import handshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import map from '@tabler/icons-react/dist/esm/icons/IconMap.mjs';
import pin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import bubble from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import scroll from '@tabler/icons-react/dist/esm/icons/IconScript.mjs';
import gear from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import shield from '@tabler/icons-react/dist/esm/icons/IconShield.mjs';
import target from '@tabler/icons-react/dist/esm/icons/IconTarget.mjs';
import user from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import users from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';

/** The ontology's icon names; a type it does not know has none. */
const icons: Readonly<Record<string, Icon>> = {
  user,
  briefcase,
  flag,
  building,
  shield,
  users,
  base,
  pin,
  map,
  drone,
  bolt,
  bubble,
  target,
  calendar,
  handshake,
  scroll,
  gear,
};

export const typeIcon = (name: string | undefined): Icon | undefined => icons[name ?? ''];
