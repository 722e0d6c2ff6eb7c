@NullMarked
package vn.caunoi.api.reception;

import org.jspecify.annotations.NullMarked;
