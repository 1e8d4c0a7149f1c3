/** The layouts a user can choose, for menus. Apart from the code that runs them, which only the worker loads. */
export const layoutNames = ['automatic', 'force', 'rings', 'types'] as const;
export type LayoutName = (typeof layoutNames)[number];

export const layoutCaptions: Record<LayoutName, string> = {
  automatic: 'Automatic',
  force: 'Force-directed',
  rings: 'Rings by connections',
  types: 'Blocks by type',
};

export function isLayoutName(text: string): text is LayoutName {
  return (layoutNames as readonly string[]).includes(text);
}
