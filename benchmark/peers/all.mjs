import { app } from './app.mjs';
import { bare } from './bare.mjs';
import { docusaurus } from './docusaurus.mjs';
import { player } from './player.mjs';
import { starlight } from './starlight.mjs';
import { vitepress } from './vitepress.mjs';

/** What a person would pick instead, and the limit. */
export const all = [bare, player, starlight, vitepress, docusaurus, app];
