/** What has had its time is thrown away. */
@NullMarked
package vn.caunoi.api.upkeep;

import org.jspecify.annotations.NullMarked;
