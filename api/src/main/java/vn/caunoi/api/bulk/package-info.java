/** What supervisors do with many cases at once, each by itself and once. */
@NullMarked
package vn.caunoi.api.bulk;

import org.jspecify.annotations.NullMarked;
