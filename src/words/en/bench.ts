// What the workbench’s page says before the workbench is there. Apart from its words, or the page would fetch all of them with this one.

export const notLoaded = 'It did not load. Try again';
