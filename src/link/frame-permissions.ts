/** What a host lets the frame of a widget do: the `allow` attribute of the frame. */
export const framePermissions = 'microphone; autoplay; speaker-selection';
