/**
 * Builds what a browser loads: the page (index.html) and the task pane (taskpane.html), in which the
 * ribbon's buttons run too.
 *
 * Rule: the first script of the page and the whole of the pane stay small; the grid and the xlsx
 * library are reached through dynamic imports of the page only.
 *
 * `--env host=https://…/` is the address the files will be served from; without it they are relative,
 * so that the build runs from any folder. `--env intranet` also carries Excel's own library along.
 */
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { DefinePlugin, NormalModuleReplacementPlugin } = require('webpack');
const { version } = require('./package.json');
const { Deployment } = require('./scripts/deployment');
// Webpack's own minimizer plugin, taken from where webpack finds it. With SWC instead of its default,
// the build takes a quarter of the time and comes out no larger (docs/decisions/011-build.md).
const Minimizer = require(
  require.resolve('minimizer-webpack-plugin', { paths: [require.resolve('webpack')] }),
);

const inSource = (file) => path.resolve(__dirname, 'src', file);

const documents = [
  { name: 'page', main: 'page/main.ts', template: 'page/page.html', file: 'index.html' },
  {
    name: 'taskpane',
    main: 'taskpane/main.tsx',
    template: 'taskpane/taskpane.html',
    file: 'taskpane.html',
  },
];

/** "./en-gb-B7Al27b_.js", as the grid's text engine names them. */
const hyphenationTable = /^\.\/[a-z]{2,3}(-[a-z0-9]+)*-[\w-]{8}\.js$/;

module.exports = (env = {}, argv = {}) => {
  const production = argv.mode !== 'development';
  const publicPath = typeof env.host === 'string' ? env.host.replace(/\/*$/, '/') : '';
  return {
    mode: production ? 'production' : 'development',
    target: ['web', 'es2022'],
    entry: Object.fromEntries(documents.map(({ name, main }) => [name, inSource(main)])),
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: 'scripts/[name].[contenthash:10].js',
      chunkFilename: 'scripts/[name].[contenthash:10].js',
      assetModuleFilename: 'media/[name].[contenthash:10][ext]',
      publicPath,
      clean: true,
    },
    devtool: production ? false : 'source-map',
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: swc() } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    optimization: {
      splitChunks: {
        chunks: 'async',
        minSize: 60_000,
        cacheGroups: {
          // All that the grid alone needs, in one file that stays the same from version to version.
          univer: {
            test: /node_modules[\\/]/,
            chunks: ({ name }) => name === 'grid',
            name: 'univer',
            priority: 10,
          },
        },
      },
      minimizer: [new Minimizer({ minify: Minimizer.swcMinify, parallel: 2 })],
    },
    // The sizes are held by a test of the build, with one limit for each document.
    performance: false,
    stats: { preset: 'errors-warnings', timings: true },
    plugins: [
      new DefinePlugin({ PRODUCT_VERSION: JSON.stringify(version) }),
      new MiniCssExtractPlugin({
        filename: 'styles/[name].[contenthash:10].css',
        chunkFilename: 'styles/[name].[contenthash:10].css',
      }),
      new NormalModuleReplacementPlugin(hyphenationTable, (resource) => {
        if (/@univerjs[\\/]engine-render/.test(resource.context))
          resource.request = inSource('hosts/page/noHyphenation.ts');
      }),
      ...documents.map(
        ({ name, template, file }) =>
          new HtmlPlugin({
            filename: file,
            template: inSource(template),
            chunks: [name],
            scriptLoading: 'defer',
            inject: 'head',
          }),
      ),
      new CopyPlugin({ patterns: copies() }),
      new Deployment({ host: publicPath, intranet: env.intranet === true }),
    ],
  };
};

function swc() {
  return {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  };
}

/** Samples and icons as they are; the manifest once there is one. */
function copies() {
  return [
    { from: 'assets', to: 'assets', noErrorOnMissing: true },
    // Runs before anything else, in browsers too old for the rest: it goes out as it is written.
    { from: 'src/taskpane/boot.js', to: 'scripts/boot.js', noErrorOnMissing: true },
    { from: 'manifest.xml', to: 'manifest.xml', noErrorOnMissing: true },
  ];
}
