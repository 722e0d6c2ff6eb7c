@NullMarked
package vn.caunoi.api.message;

import org.jspecify.annotations.NullMarked;
