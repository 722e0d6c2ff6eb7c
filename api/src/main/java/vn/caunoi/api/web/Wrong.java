package vn.caunoi.api.web;

/**
 * What is wrong with one input, for the list above a form.
 *
 * @param anchor id of the input within the page
 */
record Wrong(String anchor, String label, String message) {}
