import { readFileSync } from 'node:fs';
import { paths, sha256 } from './cache.ts';
import type { Guest } from './guest.ts';
import type { LabVersions } from './take.ts';

const ask = `
uname -r
. /etc/os-release; echo "$PRETTY_NAME"
docker version -f '{{.Server.Version}}'
containerd --version | cut -d ' ' -f 3
runc --version | sed -n 's/^runc version //p'
docker info -f '{{.CgroupVersion}}
{{.CgroupDriver}}
{{.Driver}}
{{json .SecurityOptions}}'`;

/** Asks the running host for what every recording tells of its origin. */
export async function labVersions(guest: Guest): Promise<LabVersions> {
  const told = (await guest.sh(ask)).trim().split('\n');
  const [kernel = '', distribution = '', docker = '', containerd = '', runc = '', ...more] = told;
  const [cgroupVersion = '', cgroupDriver = '', storageDriver = '', security = '[]'] = more;
  return {
    kernel,
    distribution,
    docker,
    containerd,
    runc,
    cgroupVersion,
    cgroupDriver,
    storageDriver,
    securityOptions: JSON.parse(security) as string[],
    lab: sha256(readFileSync(paths.lock)),
  };
}
