import { frontmatter, playerModule, playerOptions, playerPlace, put, putCasts, toolAt, withCast } from './shared.mjs';

const config = (pages) => `import { defineConfig } from 'vitepress';
export default defineConfig({
  title: 'What Does Docker Truly Isolate?',
  cleanUrls: true,
  ignoreDeadLinks: true,
  themeConfig: { sidebar: ${JSON.stringify(pages.map((page) => ({ text: page.nav, link: page.path })))} },
});
`;

const theme = `import DefaultTheme from 'vitepress/theme';
import Cast from './Cast.vue';
export default { extends: DefaultTheme, enhanceApp: ({ app }) => app.component('Cast', Cast) };
`;

const cast = `<script setup>
import { onMounted, ref } from 'vue';
const props = defineProps({ src: String });
const place = ref(null);
onMounted(() => {
  const near = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    import('./player.js').then(({ create }) => create(props.src, place.value, ${playerOptions}));
  });
  near.observe(place.value);
});
</script>
<template><div ref="place" class="cast" style="min-height: 20rem"></div></template>
`;

/** VitePress with its default theme. */
export const vitepress = {
  id: 'vitepress',
  name: 'VitePress 1.6',
  short: 'VitePress',
  terminal: playerPlace,
  next: () => '.pager-link.next',
  async build({ pages, source, out, run }) {
    await put(source, '.vitepress/config.mjs', config(pages));
    await put(source, '.vitepress/theme/index.js', theme);
    await put(source, '.vitepress/theme/Cast.vue', cast);
    await put(source, '.vitepress/theme/player.js', playerModule);
    await putCasts(pages, `${source}/public`);
    for (const page of pages) {
      const file = page.name === 'index' ? 'index.md' : `${page.name}/index.md`;
      await put(source, file, `${frontmatter(page)}# ${page.title}\n\n${withCast(page)}\n`);
    }
    await run(toolAt('vitepress/bin/vitepress.js'), ['build', source, '--outDir', out]);
  },
};
