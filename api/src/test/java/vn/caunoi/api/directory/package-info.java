@NullMarked
package vn.caunoi.api.directory;

import org.jspecify.annotations.NullMarked;
