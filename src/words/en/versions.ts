// What a recording was made on, as a list of descriptions.

export const host = 'host';
export const kernel = 'kernel';
export const docker = 'Docker';
export const containerd = 'containerd';
export const runc = 'runc';
export const cgroups = 'cgroups';
export const cgroupsAre = (version: string, driver: string): string => `v${version}, ${driver} driver`;
