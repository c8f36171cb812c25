// Shows this service's own document; nothing is asked of any other address.
SwaggerUIBundle({
  url: '/openapi?format=json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tagsSorter: 'alpha',
  validatorUrl: null
});
