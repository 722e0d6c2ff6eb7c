/** What people keep for searching: questions by name, one to begin with, some shared with a unit. */
@NullMarked
package vn.caunoi.api.filter;

import org.jspecify.annotations.NullMarked;
