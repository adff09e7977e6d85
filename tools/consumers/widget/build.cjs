// node build.cjs import: makes import.html of import.js, with the webpack that is installed beside it.
const { writeFileSync } = require('fs');
const webpack = require('webpack');

const name = process.argv[2];
const config = {
  mode: 'production',
  entry: `./${name}.js`,
  output: { path: __dirname, filename: `${name}.bundle.js` },
};
webpack(config, (error, stats) => {
  if (error || stats.hasErrors()) {
    console.error(error || stats.toString('errors-only'));
    process.exit(1);
  }
  writeFileSync(`${name}.html`, `<!doctype html><body></body><script src="/${name}.bundle.js"></script>`);
});
