/** Pages for people: server-rendered, usable without script, in Vietnamese and English. */
@NullMarked
package vn.caunoi.api.web;

import org.jspecify.annotations.NullMarked;
