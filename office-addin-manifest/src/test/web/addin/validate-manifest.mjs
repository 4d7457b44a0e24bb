// Microsoft's own check of a unified manifest, offline: the manifest comes in, one line for each fault goes out.
import { readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';

const manifest = JSON.parse(readFileSync(0, 'utf8'));
for (const fault of await AppManifestUtils.validateAgainstSchema(manifest)) console.log(fault);
