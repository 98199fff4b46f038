type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'isComposing'
>;

/** What uses the arrows itself: fields, what scrolls sideways, and whatever says that it is a control. */
export const arrowUsers =
  'input, textarea, select, option, audio, video, summary, pre, table, [contenteditable], [role]';

/** Which way a key turns the page: left is back, right is on. Null where it is for somebody else. */
export function turn(pressed: Pressed, on: { usesArrows: boolean }): 'before' | 'after' | null {
  const { altKey, ctrlKey, metaKey, shiftKey, defaultPrevented, isComposing } = pressed;
  if (on.usesArrows || altKey || ctrlKey || metaKey || shiftKey || defaultPrevented || isComposing)
    return null;
  return pressed.key === 'ArrowLeft' ? 'before' : pressed.key === 'ArrowRight' ? 'after' : null;
}
