/** Officers are told of their work by mail, as each of them wants it. */
@NullMarked
package vn.caunoi.api.notice;

import org.jspecify.annotations.NullMarked;
